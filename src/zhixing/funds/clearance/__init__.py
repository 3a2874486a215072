"""Clearing up old case money (执行案款专项清理): a register of what lies in the account, taken up line by line."""
