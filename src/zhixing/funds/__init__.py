"""Case money: the room of issue 6. So far it reads and proves bank statements."""
