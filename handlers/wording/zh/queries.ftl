# What is asked in chat: figures, where they come from, histories, cumulative tables.

sheet-cumulative = 累计数
