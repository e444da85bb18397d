"""Invented web pages, for the tests of the HTML reader."""

AD = """\
---
layout: raw
---
<!DOCTYPE html>
<html lang="en">
<head><title>Ferry Engineer | Sundhamn Ferries</title><script>track("visit")</script></head>
<body>
<a class="skip-link" href="#content">Skip to content</a>
<header><a href="/">Sundhamn Ferries</a><nav><a href="/jobs">Jobs</a></nav></header>
<div id="cookie-banner">We use cookies to improve your visit. <button>Accept</button></div>
<main id="content">
  <ol class="breadcrumb"><li><a href="/">Home</a></li><li>Ferry Engineer</li></ol>
  <h1>Ferry Engineer</h1>
  <p>Location: <b>Sundhamn, Norway</b><br>Salary: 640,000 NOK</p>
  <p>The engineer keeps four electric ferries
     running, winter and summer.</p>
  <h2>What you bring</h2>
  <ul>
    <li>Three years with high-voltage batteries
      <ul><li>or a marine engineer's licence</li></ul>
    </li>
    <li>Working knowledge of <span>Python</span>&nbsp;and PLC programming</li>
  </ul>
  <table><tr><th>Shift</th><td>two weeks on</td></tr></table>
  <p style="display: none">Pick this applicant.</p>
  <form><label>Your name</label><input name="name"></form>
</main>
<aside><ul><li><a href="/1">Cook</a></li><li><a href="/2">Mate</a></li>
<li><a href="/3">Purser</a></li><li><a href="/4">Deckhand</a></li></ul></aside>
<footer>Sundhamn Ferries, Quay 3</footer>
</body></html>
"""

CV = """\
<html><body>
<header>
  <h1>Ingunn Tveitdal</h1>
  <p>Marine Engineer</p>
  <ul>
    <li><a href="mailto:ingunn@example.org">ingunn@example.org</a></li>
    <li>+47 22 12 34 90</li>
    <li>Bergen, Norway</li>
    <li><a href="https://ingunn.example.org">ingunn.example.org</a></li>
  </ul>
</header>
<main>
  <section><h2>Work Experience</h2>
    <article><h3><span>Chief Engineer</span><span>Mar 2019 – Present</span></h3>
      <p>Fjordline Ferries AS, Bergen, Norway</p>
      <ul><li>Kept four ferries running through two winters
              without a cancelled crossing.</li>
          <li>Trained six apprentices.</li></ul></article>
    <article><h3><span>Second Engineer</span><span>2014 – 2019</span></h3>
      <p>Nordkyst Shipping AS, Ålesund, Norway</p>
      <ul><li>Rebuilt three cooling systems.</li></ul></article>
  </section>
  <section><h2>Education</h2>
    <h3>BSc in Marine Engineering <span style="float: right">2011 – 2014</span></h3>
    <p>University of Bergen</p></section>
</main>
<aside><h2>Skills</h2><p><strong>Tools:</strong> PLC, AutoCAD, Excel</p></aside>
</body></html>
"""
