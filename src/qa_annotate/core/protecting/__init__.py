"""People who must stay hidden: finding their names in any text, and putting pseudonyms there."""
