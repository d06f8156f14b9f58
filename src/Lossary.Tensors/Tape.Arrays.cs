namespace Lossary.Tensors;

/// <content>Plain arrays that last as long as the tensors.</content>
public sealed partial class Tape<T>
{
    private readonly List<IArrayRoll> _rolls = [];

    /// <summary>A cleared array of exactly a length until the next reset: for whole numbers, wide sums.</summary>
    /// <remarks>A step that asks for what the step before asked for allocates nothing.</remarks>
    /// <param name="length">How many items; not negative.</param>
    internal TItem[] RentArray<TItem>(int length) => RollOf<TItem>().Rent(length);

    /// <summary>
    /// A tape for what an operation computes inside itself; whoever takes it resets it, and is done before the next.
    /// </summary>
    internal Tape<T> Inner => field ??= new();

    private ArrayRoll<TItem> RollOf<TItem>()
    {
        for (int i = 0; i < _rolls.Count; i++)
        {
            if (_rolls[i] is ArrayRoll<TItem> roll)
            {
                return roll;
            }
        }

        ArrayRoll<TItem> added = new();
        _rolls.Add(added);
        return added;
    }

    private void ResetArrays()
    {
        for (int i = 0; i < _rolls.Count; i++)
        {
            _rolls[i].Reset();
        }
    }
}
