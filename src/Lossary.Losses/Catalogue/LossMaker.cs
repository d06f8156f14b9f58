namespace Lossary.Losses;

/// <summary>What a catalogue entry asks of a loss's type without knowing it.</summary>
/// <remarks>
/// One small object a loss, and nothing of it compiled before it is asked: there are hundreds, and a program that lists
/// them should start at once.
/// </remarks>
internal abstract class LossMaker
{
    /// <summary>A loss from its parameters, in the card's order.</summary>
    public abstract ILoss Make(LossCard card, double[] parameters, string name);

    /// <summary>What holds with all parameters at their defaults.</summary>
    public abstract LossTraits Traits(LossCard card);

    /// <summary>The formula as LaTeX, with all parameters at their defaults.</summary>
    public abstract string Formula(LossCard card);
}
