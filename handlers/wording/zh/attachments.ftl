# Files that people send, and the narrative they belong to.

file-too-large = 文件超过 { $largest } MB，没有收下。请压缩或分成几个文件再发。
file-not-fetched = 文件没有取到（网络原因），没有收下。请再发一次。
