// The Playground listens on every interface and has no setting for it. Loaded before it, this keeps whatever listens
// on a bare port number on this machine: anyone who reaches the Playground speaks to the bot as anybody.
const { Server } = require('node:net')

const listen = Server.prototype.listen

Server.prototype.listen = function (port, ...rest) {
  const barePort = typeof port === 'number' && typeof rest[0] !== 'string'
  return barePort ? listen.call(this, port, '127.0.0.1', ...rest) : listen.call(this, port, ...rest)
}
