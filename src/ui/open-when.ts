// Which folded parts stand open when a page is made. On a slow line people open one before the
// script is there; an attribute that says `false` would then close it over what they have typed.

export const openWhen = (is: boolean): { readonly open?: true } => (is ? { open: true } : {});
