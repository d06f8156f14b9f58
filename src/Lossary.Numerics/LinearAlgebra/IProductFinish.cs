namespace Lossary.Numerics;

/// <summary>What is done to the elements of a product as soon as they are final, while they are in the cache.</summary>
/// <remarks>
/// Called on runs of elements in any order, from several threads at once: each element must be treated on its own.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
public interface IProductFinish<T>
{
    /// <summary>Treats some elements in place.</summary>
    /// <param name="values">Neighbours in one row, or several whole rows.</param>
    void Finish(Span<T> values);
}

/// <summary>Leaves a product as it is.</summary>
internal readonly struct NoFinish<T> : IProductFinish<T>
{
    public void Finish(Span<T> values)
    {
    }
}
