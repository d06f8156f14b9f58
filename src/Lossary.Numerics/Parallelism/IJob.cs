namespace Lossary.Numerics;

/// <summary>Work in numbered parts that may run in any order and at the same time.</summary>
/// <remarks>Make it a struct, a <c>ref struct</c> if it holds spans: then running it allocates nothing. All
/// parts share one copy of it.</remarks>
public interface IJob
{
    /// <summary>Does one part; called exactly once for each.</summary>
    /// <param name="index">Which part, 0 to one less than their number.</param>
    void Run(int index);
}
