import { checkService, type CheckServices } from "../registry/status/check-service.ts";

/** Tries the parts of the service for its public page; due every minute. */
export function checkServiceJob(services: CheckServices): () => Promise<void> {
  return () => checkService(services);
}
