using System.Globalization;

namespace Lossary.Reports;

/// <summary>The look of one loss wherever it is drawn: a colour, and a dash pattern for those who see few
/// colours.</summary>
/// <param name="Slot">0 to 5 for the coloured ones, 6 and more for the grey ones.</param>
public readonly record struct SeriesStyle(int Slot)
{
    /// <summary>How many losses have a colour of their own; the rest is grey.</summary>
    public const int Coloured = 6;

    private static readonly string[] Colours = ["#4269d0", "#efb118", "#ff725c", "#6cc5b0", "#3ca951", "#a463f2"];
    private static readonly string[] Greys = ["#8a919c", "#a8aeb8", "#6f7680"];
    private static readonly string[] Dashes = ["", "7 3", "2 3", "9 3 2 3", "12 4", "5 2 1 2 1 2"];

    /// <summary>The look of what is no loss: the data themselves.</summary>
    public static SeriesStyle Neutral => new(-1);

    /// <summary>The look of what data are held against: a normal distribution, chance.</summary>
    public static SeriesStyle Expected => new(-2);

    /// <summary>The colour as #rrggbb, the same on light and dark paper.</summary>
    public string Colour => Slot switch
    {
        >= 0 and < Coloured => Colours[Slot],
        -1 => "#6f7680",
        _ => Greys[Math.Abs(Slot % Greys.Length)],
    };

    /// <summary>The dash pattern as SVG writes it; empty for an unbroken line.</summary>
    public string Dash => Slot == -1 ? "" : Dashes[Math.Abs(Slot % Dashes.Length)];

    /// <summary>
    /// The style classes by which all that belongs to one loss rises together; none for neutral ones.
    /// </summary>
    internal string SeriesClass =>
        Slot >= 0 ? "s s" + Slot.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>The style classes of a name or table row by which the loss's lines are made to rise.</summary>
    internal string KeyClass => Slot >= 0 ? "k k" + Slot.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>The style class whose colour can be read as text on the paper.</summary>
    internal string InkClass => Slot switch
    {
        0 => "i0",
        1 => "i1",
        2 => "i2",
        3 => "i3",
        4 => "i4",
        5 => "i5",
        _ => "ig",
    };
}
