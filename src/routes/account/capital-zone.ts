/** Times of the account belong to no institution, so they are told in the zone of the capital. */
export const zone = "Asia/Jakarta";
