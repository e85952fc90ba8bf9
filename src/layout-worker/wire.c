/* SPDX-License-Identifier: MIT */

#include "layout-worker/wire.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static bool
read_fully (int    fd,
            void  *data,
            size_t size)
{
  char *next = data;

  while (size > 0)
    {
      ssize_t n = read (fd, next, size);

      if (n == 0 || (n < 0 && errno != EINTR))
        return false;
      if (n > 0)
        {
          next += n;
          size -= (size_t) n;
        }
    }

  return true;
}

static bool
write_fully (int         fd,
             const void *data,
             size_t      size)
{
  const char *next = data;

  while (size > 0)
    {
      ssize_t n = write (fd, next, size);

      if (n < 0 && errno != EINTR)
        return false;
      if (n > 0)
        {
          next += n;
          size -= (size_t) n;
        }
    }

  return true;
}

/**
 * worker_read_frame:
 * @fd: where the client writes
 * @frame: (out): the header
 *
 * Waits for a frame. What its body says is still to be checked, but it holds at least one
 * request.
 *
 * Returns: the body, to be freed; NULL when the client has gone or speaks another language
 */
AmicusWireRequest *
worker_read_frame (int              fd,
                   AmicusWireFrame *frame)
{
  AmicusWireRequest *request;

  if (!read_fully (fd, frame, sizeof *frame)
      || !amicus_wire_frame_is_valid (frame)
      || frame->length < sizeof *request)
    return NULL;

  request = malloc (frame->length);
  if (request != NULL && !read_fully (fd, request, frame->length))
    {
      free (request);
      return NULL;
    }

  return request;
}

/**
 * worker_write_frame:
 * @fd: where the client reads
 * @serial: that of the request
 * @reply: the body
 *
 * Returns: false when nobody reads any more
 */
bool
worker_write_frame (int                    fd,
                    uint32_t               serial,
                    const AmicusWireReply *reply)
{
  size_t length = amicus_wire_reply_size (reply);
  AmicusWireFrame frame = { AMICUS_WIRE_MAGIC, AMICUS_WIRE_VERSION, serial, (uint32_t) length };

  return write_fully (fd, &frame, sizeof frame) && write_fully (fd, reply, length);
}

/**
 * worker_write_status:
 * @fd: where the client reads
 * @serial: that of the request
 * @status: why there is no layout
 *
 * Returns: false when nobody reads any more
 */
bool
worker_write_status (int      fd,
                     uint32_t serial,
                     uint32_t status)
{
  AmicusWireReply reply = { .status = status };

  return worker_write_frame (fd, serial, &reply);
}
