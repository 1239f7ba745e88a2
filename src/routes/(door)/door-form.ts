// A form as it came, of bounded size; one that is broken or none at all is the sender's fault, not ours.

import { error, type RequestEvent } from '@sveltejs/kit';

/** 400 where it cannot be read; what is too large stays that. */
export const readForm = ({ request }: Pick<RequestEvent, 'request'>): Promise<FormData> =>
  request.formData().catch((fault: unknown) => {
    if (fault instanceof TypeError) error(400);
    throw fault;
  });
