/** For node's `--import`: names the process in the requests that it sends, so that a connector can tell who sent a message. */
export const signature = `data:text/javascript,${encodeURIComponent(
  "import{subscribe}from'node:diagnostics_channel';" +
    "subscribe('undici:request:create',({request})=>request.addHeader('x-bot-process',String(process.pid)))",
)}`
