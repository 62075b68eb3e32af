'use strict';
// The official bot library in a plain server; its adapter wants what Express gives.
const http = require('node:http');

/** Serves `logic` on the port, or on a free one: { address, close }. */
async function serve(adapter, logic, port = 0) {
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', piece => { body += piece; });
    request.on('end', () => {
      request.body = JSON.parse(body);
      const shown = {
        socket: response.socket,
        status(code) { response.statusCode = code; return shown; },
        header(name, value) { response.setHeader(name, value); return shown; },
        send(said) { response.end(typeof said === 'string' ? said : JSON.stringify(said)); return shown; },
        end() { response.end(); },
      };
      adapter.process(request, shown, logic);
    });
  });
  await new Promise(ready => server.listen(port, '127.0.0.1', ready));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

module.exports = { serve };
