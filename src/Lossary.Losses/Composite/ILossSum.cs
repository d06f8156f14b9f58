namespace Lossary.Losses;

/// <summary>A loss that is a weighted sum of others.</summary>
internal interface ILossSum : ILoss
{
    /// <summary>The others, and what is told of their sum.</summary>
    LossSum Sum { get; }
}
