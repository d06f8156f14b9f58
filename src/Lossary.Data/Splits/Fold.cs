namespace Lossary.Data;

/// <summary>One part of a cross-validation: what to train on and what to judge by.</summary>
/// <param name="Repeat">Which repeat, from 0.</param>
/// <param name="Index">Which fold of the repeat, from 0.</param>
/// <param name="Training">Positions of the targets to train on, ascending.</param>
/// <param name="Test">
/// Positions of the targets to judge by, ascending; each position is in one fold of a repeat.
/// </param>
public sealed record Fold(int Repeat, int Index, int[] Training, int[] Test);
