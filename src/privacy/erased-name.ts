// What stands for a name that was erased. It is kept in the record itself, in the language of its papers.

export const erasedName = 'người đã được xóa tên';
