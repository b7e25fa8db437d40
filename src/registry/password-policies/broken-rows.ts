/** Which rows of the standards each deviation breaks (security.md 2.1). */
export const brokenBy = {
  rotation: ["ASVS 5.0 V6.2.10", "NIST SP 800-63B-4, 3.1.1.2"],
  kinds: ["ASVS 5.0 V6.2.5", "NIST SP 800-63B-4, 3.1.1.2"],
} as const;
