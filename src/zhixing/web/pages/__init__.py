"""The pages that belong to no single room: desk, case list, case page, act forms, approvals, law."""
