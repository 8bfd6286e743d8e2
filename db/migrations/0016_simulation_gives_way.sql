-- While care sheets arrive, a simulation rests for most of its time: it must see that some came.
GRANT SELECT ON SEQUENCE outbox_chunks_id_seq TO tasfiya_simulator;
