import type { BulkResult } from "./bulk/bulk-result.ts";
import { type BulkOptions, type BulkRequest, sendBulk } from "./bulk/send-bulk.ts";
import { createCall, type RequestOptions } from "./call.ts";
import {
  configure,
  configureCall,
  type Environment,
  type Settings,
  type SmsClientOptions,
} from "./configuration.ts";
import { ApiMethods, type MessageStatusResponse } from "./generated/operations.ts";
import { type WatchOptions, watchStatus } from "./watch-status.ts";

/**
 * A client of the SMS API.
 *
 * It never sends a message twice. A send is repeated only when the API has said that it accepted nothing, or
 * when there was no connection at all. After any other failure the error has `deliveryUnknown: true`.
 *
 * @example
 * ```ts
 * const client = new SmsClient({ apiKey: process.env.GCM_API_KEY });
 * const { messageId } = await client.send({ to, message, senderId, templateId, type: "transactional" });
 * ```
 */
export class SmsClient extends ApiMethods {
  /** What the key opens: `live`, where messages are sent and charged, or `test`. */
  declare readonly environment: Environment;
  readonly #settings: Settings;

  /** @throws SmsConfigurationError An option is missing, or cannot be right. */
  constructor(options: SmsClientOptions = {}) {
    const settings = configure(options);
    super(createCall(settings));
    this.environment = settings.environment;
    this.#settings = settings;
  }

  /**
   * Send one text to any number of mobiles.
   *
   * The recipients are split over as many calls of `POST /sms/bulk` as the plan asks for. The result says for
   * each recipient whether it was accepted, and as which batch; was not, and why; or may have been. It holds
   * failures too instead of throwing them, since others may have been accepted before: look at `complete`,
   * and give `remaining` to `sendBulk` to go on.
   *
   * @throws SmsConfigurationError An option cannot be right. Nothing was sent.
   */
  async sendBulk(request: BulkRequest, options: BulkOptions = {}): Promise<BulkResult> {
    // What cannot be right is thrown here, and is not the outcome of a call.
    const settings = configureCall(this.#settings, options);
    const call = createCall({ ...settings, patience: options.signal });
    return sendBulk(call, request, settings.recipientsPerRequest, options);
  }

  /**
   * Follow a message until its status is final: `delivered`, `failed` or `rejected`. Delivery receipts tell
   * it sooner and without asking.
   *
   * @returns The message with its final status, whichever that is.
   * @throws SmsTimeoutError It was not final within `timeout`. It may still be delivered.
   * @throws SmsAbortError Your `signal` was aborted.
   */
  async waitForDelivery(messageId: string, options?: WatchOptions): Promise<MessageStatusResponse> {
    let message!: MessageStatusResponse;
    for await (message of this.watchStatus(messageId, options));
    return message;
  }

  /**
   * Follow a message: yields it once as it is, and again each time its status has changed, until that is
   * final.
   *
   * @throws SmsTimeoutError, SmsAbortError As `waitForDelivery`.
   */
  watchStatus(
    messageId: string,
    options?: WatchOptions,
  ): AsyncGenerator<MessageStatusResponse, void, undefined> {
    const getStatus = (options: RequestOptions) => this.getStatus(messageId, options);
    return watchStatus(messageId, getStatus, this.#settings.sleep, options);
  }
}
