namespace Lossary.Numerics;

/// <summary>
/// A hyperparameter of a loss, ready for every lane: its name for text, its value in both formats for numbers.
/// </summary>
/// <remarks>
/// The float is made here, once: converting inside a sweep costs an instruction whose false dependency ties each
/// iteration to the one before it (Huber ran 3.7 times slower).
/// </remarks>
/// <param name="name">In LaTeX.</param>
/// <param name="value">Its value.</param>
public readonly struct Parameter(string name, double value)
{
    /// <summary>The value in double precision.</summary>
    public readonly double Value = value;

    /// <summary>The value in single precision.</summary>
    public readonly float Narrow = (float)value;

    /// <summary>The name, in LaTeX.</summary>
    public readonly string Name = name;
}
