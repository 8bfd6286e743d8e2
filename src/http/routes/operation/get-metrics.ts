import { defineRoute } from '../../route.ts';

/** Counts and durations only, of all organisations together: keep it inside the house. */
export const getMetrics = defineRoute({
  method: 'get',
  path: '/metrics',
  summary: 'Figures for Prometheus',
  access: 'public',
  answers: { 200: { description: 'The figures.', mediaType: 'text/plain' } },
  async handle({ api }) {
    await api.metrics.refresh();
    const content = await api.metrics.registry.metrics();
    return { status: 200, text: { mediaType: 'text/plain; version=0.0.4', content } };
  },
});
