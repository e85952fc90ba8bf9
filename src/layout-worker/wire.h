/* SPDX-License-Identifier: MIT
 * Frames in and out. */

#pragma once

#include "layout/protocol.h"

AmicusWireRequest *worker_read_frame   (int                    fd,
                                        AmicusWireFrame       *frame);
bool               worker_write_frame  (int                    fd,
                                        uint32_t               serial,
                                        const AmicusWireReply *reply);
bool               worker_write_status (int                    fd,
                                        uint32_t               serial,
                                        uint32_t               status);
