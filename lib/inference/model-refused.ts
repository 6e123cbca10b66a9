import "server-only";

/** A model that must not be served; the message says why and is published. What the runtime said of it is the `cause`. */
export class ModelRefused extends Error {
  override name = "ModelRefused";
}
