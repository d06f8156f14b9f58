namespace Lossary.Losses;

/// <summary>A run of samples.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">The first after the last.</param>
/// <param name="IsTail">Whether they are of the last, broken cache line, whose numbers are copied and padded.</param>
internal readonly record struct FormulaRange(int Start, int End, bool IsTail);
