import { Children, Component, createContext, type ReactNode, useContext } from 'react';

/** What stands in place of a card that broke, in the reader's words: the kit knows none. */
export const BrokenCard = createContext<ReactNode>(null);

/** Keeps what breaks to itself: one card that cannot be shown says so, and all others work. It is tried again whenever the page has something new. */
export function CardBoundary({ children }: { children: ReactNode }) {
  return <Boundary broken={useContext(BrokenCard)}>{children}</Boundary>;
}

/** Each of several its own. */
export function eachInBoundary(children: ReactNode): ReactNode {
  return Children.map(children, (child) =>
    child === null || child === undefined || typeof child === 'boolean' ? child : <CardBoundary>{child}</CardBoundary>,
  );
}

interface Props {
  broken: ReactNode;
  children: ReactNode;
}

class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.failed && before.children !== this.props.children) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.broken : this.props.children;
  }
}
