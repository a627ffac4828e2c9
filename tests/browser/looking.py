"""How Amazon's renderer laid a screen out: every box of text, touch target and picture."""

import math

SIZES = {
    "round": (480, 480),
    "small": (960, 480),
    "medium": (1024, 600),
    "large": (1280, 800),
    "xlarge": (1920, 1080),
    "portrait": (1080, 1920),
}

PANELS = {
    "round": ("Echo Spot, first", 2.5, 1.2),
    "small": ("Echo Show 5", 5.5, 2.5),
    "medium": ("Echo Show, first", 7.0, 2.5),
    "large": ("Echo Show 8", 8.0, 2.5),
    "xlarge": ("Echo Show 15", 15.6, 2.5),
    "portrait": ("Echo Show 15, upright", 15.6, 2.5),
}
"""The smallest panel of each size, its diagonal in inches, from how many metres it is read."""
ARC = 5 / 60 * math.pi / 180
"""Five minutes: the height of a letter that an eye of normal sharpness makes out."""


def millimetres(size, dp):
    width, height = SIZES[size]
    across = width if size == "round" else math.hypot(width, height)
    return dp * PANELS[size][1] * 25.4 / across


def least(size):
    """How high capitals must be, in millimetres."""
    return 1000 * PANELS[size][2] * math.tan(ARC)


SHOW = """async ([directive, size]) => {
    const { Screen } = await import("/web/screen.js");
    if (!window.probe) {
        const bezel = document.createElement("div"), view = document.createElement("div");
        bezel.id = "probe";
        bezel.style = "position:fixed;inset:0;background:#000;z-index:9";
        bezel.append(view);
        document.body.append(bezel);
        window.probe = new Screen(view, bezel, () => {});
        window.probe.fit = function () {
            const frame = this.view.firstElementChild;
            if (frame) frame.style.transform = "none";
        };
    }
    await probe.use(size);
    await probe.show(directive);
    if (directive.at) { probe.seek(directive.at); }
    await new Promise((done) => setTimeout(done, directive.at ? 300 : 60));
}"""

BOXES = """() => {
    const frame = document.querySelector("#probe .frame").getBoundingClientRect();
    const kinds = { 8: "text", 9: "touch", 10: "picture" };
    const boxes = [];
    const pen = document.createElement("canvas").getContext("2d");
    const box = (rect) => [rect.left - frame.left, rect.top - frame.top, rect.width, rect.height];
    const words = (element) => {
        const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const far = Infinity, edges = { left: far, top: far, right: -far, bottom: -far, size: 0 };
        while (nodes.nextNode()) {
            const range = document.createRange();
            range.selectNode(nodes.currentNode);
            for (const line of range.getClientRects()) {
                edges.left = Math.min(edges.left, line.left);
                edges.top = Math.min(edges.top, line.top);
                edges.right = Math.max(edges.right, line.right);
                edges.bottom = Math.max(edges.bottom, line.bottom);
            }
            const style = getComputedStyle(nodes.currentNode.parentElement);
            edges.size = parseFloat(style.fontSize);
            pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        }
        // A line's box is taller than its letters: by how much, the typeface tells.
        const letters = pen.measureText(element.textContent);
        edges.top += letters.fontBoundingBoxAscent - letters.actualBoundingBoxAscent;
        edges.bottom -= letters.fontBoundingBoxDescent - letters.actualBoundingBoxDescent;
        edges.capitals = pen.measureText("H").actualBoundingBoxAscent;
        return { ...edges, width: edges.right - edges.left, height: edges.bottom - edges.top };
    };
    const walk = (component, opacity, touch, clip) => {
        const kind = kinds[component.component.getType()];
        const element = component.container;
        const style = getComputedStyle(element);
        const seen = opacity * Number(style.opacity || 1);
        if (style.display === "none" || seen < 0.1) return;
        const edge = element.getBoundingClientRect();
        const seenIn = {
            left: Math.max(clip.left, edge.left), top: Math.max(clip.top, edge.top),
            right: Math.min(clip.right, edge.right), bottom: Math.min(clip.bottom, edge.bottom),
        };
        const mine = kind === "touch" ? boxes.length : touch;
        if (kind === "touch") {
            boxes.push({ kind, box: box(edge), label: element.textContent });
        }
        if (kind === "text" && element.textContent.trim()) {
            const drawn = words(element);
            boxes.push({
                kind, id: component.component.getId(), inside: touch,
                box: box(drawn), room: box(element.getBoundingClientRect()),
                label: element.textContent, size: drawn.size, capitals: drawn.capitals,
                cut: Math.max(clip.top - drawn.top, drawn.bottom - clip.bottom),
            });
        }
        component.children.forEach((child) => walk(child, seen, mine, seenIn));
    };
    walk(window.probe.renderer.top, 1, null, frame);
    return boxes;
}"""


def layout(page, directive, size, at=0.0):
    """Boxes as [left, top, width, height] in dp."""
    page.evaluate(SHOW, [{**directive, "at": at}, size])
    return page.evaluate(BOXES)


def overlap(a, b):
    """How far two boxes overlap, in dp, in the direction in which they do so least."""
    across = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    down = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return min(across, down)
