namespace Lossary.Studies;

/// <summary>How firmly the facts stand behind a suggestion.</summary>
public enum Confidence
{
    /// <summary>The user stated what decides, or nothing speaks for anything but the default.</summary>
    Stated,

    /// <summary>
    /// Every fact that decides is on its side of the threshold with its whole 95 % interval, where it has one.
    /// </summary>
    Clear,

    /// <summary>
    /// The 95 % interval of a fact that decides holds the threshold: other rows might have decided otherwise.
    /// </summary>
    Borderline,
}
