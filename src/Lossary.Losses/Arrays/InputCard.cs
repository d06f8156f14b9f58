namespace Lossary.Losses;

/// <summary>
/// All there is to say of one input of a loss of several arrays: checks, examples and docs read it here.
/// </summary>
/// <param name="Name">As the caller names it: <c>anchor</c>, <c>log-variance</c>.</param>
/// <param name="Symbol">As printed, in LaTeX.</param>
/// <param name="Kind">What its numbers may be.</param>
/// <param name="Shape">Its extents, with commas between; see the property.</param>
/// <param name="Meaning">One clause, with its unit if it has one.</param>
public sealed record InputCard(string Name, string Symbol, InputKind Kind, string Shape, string Meaning)
{
    /// <summary>
    /// Its extents, with commas between: symbols such as <c>n, d</c>, which are one number throughout a loss, or
    /// numbers. A last <c>…</c> stands for any further axes, the same throughout a loss; alone, for any shape.
    /// </summary>
    public string Shape
    {
        get => Extents.Text;
        init => Extents = new(value);
    }

    /// <summary>Whether the loss has a gradient with respect to it.</summary>
    public bool IsDifferentiable { get; init; }

    /// <summary>Whether it may be left out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What a formula reads where an optional input is left out.</summary>
    public double Default { get; init; }

    /// <summary>The extent, by its symbol, that class numbers stay below and step counts do not exceed.</summary>
    public string? Below { get; init; }

    /// <summary>
    /// Whether the loss itself holds the numbers against the domain, as it sweeps over them: a pass over memory less.
    /// </summary>
    internal bool IsCheckedInSweep { get; init; }

    /// <summary><see cref="Shape"/>, read once.</summary>
    internal InputShape Extents { get; private init; } = new(Shape);
}
