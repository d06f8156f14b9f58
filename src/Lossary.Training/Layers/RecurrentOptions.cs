namespace Lossary.Training;

/// <summary>How a recurrent layer is built beside its width.</summary>
public sealed record RecurrentOptions
{
    /// <summary>How many layers stand on top of each other; each reads the states of the one below.</summary>
    /// <value>1.</value>
    /// <exception cref="ArgumentOutOfRangeException">Not positive.</exception>
    public int Layers
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1;

    /// <summary>True to read each sequence from both ends; the states stand side by side.</summary>
    /// <value>False.</value>
    public bool IsBidirectional { get; init; }

    /// <summary>The probability of dropping a number between two layers while training; in [0, 1).</summary>
    /// <value>0.</value>
    /// <exception cref="ArgumentOutOfRangeException">Out of range.</exception>
    public double Dropout
    {
        get;
        init => field = value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be at least 0 and below 1.");
    }

    /// <summary>
    /// True to give the last state of each sequence, <c>[width]</c>; false for the states after all steps,
    /// <c>[time, width]</c>.
    /// </summary>
    /// <value>False.</value>
    public bool GivesLastState { get; init; }
}
