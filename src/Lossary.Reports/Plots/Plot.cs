namespace Lossary.Reports;

/// <summary>A picture of numbers, that can also be read as a table.</summary>
/// <remarks>Each plot lays itself out for the width it is given, so that text keeps its size on a phone.</remarks>
public abstract class Plot
{
    /// <summary>The width of a plot on a page, in pixels.</summary>
    public const int WideWidth = 800;

    /// <summary>The width of a plot beside another, in pixels.</summary>
    public const int HalfWidth = 384;

    /// <summary>The width of a plot on a phone, in pixels.</summary>
    public const int NarrowWidth = 360;

    private protected Plot(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        Title = title;
    }

    /// <summary>What the plot shows, in a few words; read aloud by screen readers.</summary>
    public string Title { get; }

    /// <summary>What there is to see, for those who do not see it.</summary>
    public abstract string Description { get; }

    /// <summary>The plot as SVG, for light and dark paper.</summary>
    /// <param name="use">Whether the SVG brings its styles.</param>
    /// <param name="width">The width in pixels, 240 to 4096.</param>
    /// <returns>One svg element; text in it is escaped.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The width is outside its range.</exception>
    public string ToSvg(SvgUse use = SvgUse.Standalone, int width = WideWidth)
    {
        if (width is < 240 or > 4096)
        {
            throw new ArgumentOutOfRangeException(nameof(width), width, "width must be 240 to 4096 pixels.");
        }

        SvgCanvas canvas = new(width, HeightAt(width), Title, Description, use);
        Draw(canvas);
        return canvas.Finish();
    }

    /// <summary>The numbers behind the plot, or a summary of them where they are many.</summary>
    public abstract Table ToTable();

    private protected abstract double HeightAt(double width);

    private protected abstract void Draw(SvgCanvas canvas);
}
