// What a browser may do with our pages: nothing from elsewhere, no frames, no inline scripts. Names and reports on a
// page are text that somebody else wrote; if one ever got through as markup, this keeps it from running.
import type { FastifyHelmetOptions } from '@fastify/helmet';

export const CONTENT_POLICY: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      // Components set sizes and places on elements; a style cannot run anything.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
  },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  // Whoever puts TLS in front of the server decides on this.
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
};
