"""Acts of judicial aid: of the court's fund, of an application, and in the enforcement case it belongs to."""
