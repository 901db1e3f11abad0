import type { RouteObject } from 'react-router';
import { HelpPage } from './help-page';
import { TopicPage } from './topic-page';
import './help.css';

/** The pages of this place. */
export const routes: RouteObject[] = [
  { index: true, element: <HelpPage /> },
  { path: ':topicId', element: <TopicPage /> },
];
