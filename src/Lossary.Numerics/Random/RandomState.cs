namespace Lossary.Numerics;

/// <summary>Where a <see cref="RandomStream"/> stands: what a checkpoint keeps of it.</summary>
/// <param name="Key">The key of its blocks.</param>
/// <param name="Branch">The upper half of its blocks' counters.</param>
/// <param name="Position">How many 32-bit words have been drawn.</param>
public readonly record struct RandomState(ulong Key, ulong Branch, ulong Position);
