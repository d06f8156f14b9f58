namespace Lossary.Benchmarks;

/// <summary>A loss on inputs of its own: value and gradient of the mean, into memory that is there already.</summary>
internal abstract class LossCase
{
    /// <summary>How many elements the gradient has.</summary>
    public abstract int Length { get; }

    /// <summary>Evaluates once, and gives the mean.</summary>
    public abstract double Evaluate();

    /// <summary>The case of a loss and a size, both as benchmarks name them.</summary>
    public static LossCase Of(string loss, string size) => Shapes.RowsOf(size) is (int rows, int classes)
        ? new ClassLossCase(loss, rows, classes)
        : SampleLossCase.Of(loss, Shapes.LengthOf(size));
}
