// Preloaded into the Playground, which listens on all interfaces without a setting for it, and whose users can write
// to the bot as anyone. Restricts servers on a plain port number to this machine.
const { Server } = require('node:net')

const listen = Server.prototype.listen

Server.prototype.listen = function (port, ...rest) {
  const barePort = typeof port === 'number' && typeof rest[0] !== 'string'
  return barePort ? listen.call(this, port, '127.0.0.1', ...rest) : listen.call(this, port, ...rest)
}
