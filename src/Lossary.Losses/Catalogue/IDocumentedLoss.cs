namespace Lossary.Losses;

/// <summary>What a loss adds to its formula to stand in the catalogue. A loss of your own needs none of it.</summary>
public interface IDocumentedLoss
{
    /// <summary>What holds whatever the parameters.</summary>
    static abstract LossCard Card { get; }

    /// <summary>What holds for these parameters.</summary>
    LossTraits Traits { get; }
}
