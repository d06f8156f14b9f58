namespace Lossary.Losses;

/// <summary>
/// A loss of several numbers for each sample, written as one formula: a mean and a variance and a target.
/// </summary>
/// <remarks>
/// The kernel runs it over vectors, and over duals for the derivative by each input that is differentiable. The numbers
/// come in the order of the input cards. All inputs have one shape, but that a last axis of fixed extent (<c>n, 4</c>)
/// makes that many numbers of one sample.
/// </remarks>
/// <typeparam name="TSelf">The loss itself.</typeparam>
public interface IFormulaLoss<TSelf> : IArrayLoss<TSelf>, ISampleFormula
    where TSelf : struct, IFormulaLoss<TSelf>;
