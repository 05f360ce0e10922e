import { render } from 'preact';
import { App } from './app';
import { start } from './state/store';
import './styles/colours.css';
import './styles/page.css';
import './styles/panels.css';
import './styles/console.css';
import './styles/narrow.css';

start();
render(<App />, document.getElementById('page')!);
