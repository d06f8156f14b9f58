namespace Lossary.Reports;

/// <summary>Where an SVG will stand.</summary>
public enum SvgUse
{
    /// <summary>As a file of its own: it brings its styles.</summary>
    Standalone,

    /// <summary>Inside a page that has the styles already.</summary>
    Inline,
}
