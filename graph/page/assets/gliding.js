// A large network under the hand: what was last drawn is moved as one picture, as maps are, and drawn anew when it is let go.
page.gliding = (() => {
  let glide = null;

  /** From now on the picture moves in place of the network. */
  const start = (network, host) => {
    const drawn = host.querySelector("canvas");
    const picture = drawn.cloneNode();
    picture.getContext("2d").drawImage(drawn, 0, 0);
    picture.className = "picture";
    picture.style.position = "absolute"; // vis-network has written another into the element
    network.body.emitter.emit("_blockRedraw");
    drawn.style.opacity = 0; // it is under the hand all the same
    drawn.after(picture);
    glide = { network, drawn, picture, from: network.canvasToDOM({ x: 0, y: 0 }) };
  };

  /** Put the picture where the network will be: vis-network moves it only after it has told so. */
  const move = () => { if (glide) requestAnimationFrame(follow); };

  const follow = () => {
    if (!glide) return;
    const at = glide.network.canvasToDOM({ x: 0, y: 0 });
    glide.picture.style.transform = `translate(${at.x - glide.from.x}px, ${at.y - glide.from.y}px)`;
  };

  /** The network itself again, drawn where it has come to. */
  const end = () => {
    if (!glide) return;
    const { network, drawn, picture } = glide;
    glide = null;
    network.body.emitter.emit("_allowRedraw");
    network.once("afterDrawing", () => {
      drawn.style.opacity = "";
      picture.remove();
    });
    network.redraw();
  };

  return { start, move, end };
})();
