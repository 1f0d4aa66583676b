namespace Publish.Typesetting.Pages;

/// <summary>The least costs found for a page, as many as are kept: says from which cost on a further one isn't worth having.</summary>
internal sealed class LeastCosts
{
    private long[] costs = new long[16];
    private int count;
    private int most;
    private long reach;

    /// <summary>Costs from here on aren't kept.</summary>
    public long Limit { get; private set; } = long.MaxValue;

    /// <summary>Starts anew.</summary>
    /// <param name="kept">How many are kept.</param>
    /// <param name="within">How much more than the least the others may be.</param>
    public void Clear(int kept, long within)
    {
        count = 0;
        most = kept;
        reach = within;
        Limit = long.MaxValue;
        if (costs.Length < kept)
        {
            costs = new long[kept];
        }
    }

    /// <summary>Adds a cost below the limit.</summary>
    public void Add(long cost)
    {
        var at = count < most ? count++ : most - 1;
        for (; at > 0 && costs[at - 1] > cost; at--)
        {
            costs[at] = costs[at - 1];
        }

        costs[at] = cost;
        SetLimit();
    }

    /// <summary>Puts a lesser cost in the place of one that was added.</summary>
    public void Replace(long old, long cost)
    {
        for (var i = 0; i < count; i++)
        {
            if (costs[i] == old)
            {
                Array.Copy(costs, i + 1, costs, i, count - i - 1);
                count--;
                break;
            }
        }

        Add(cost);
    }

    private void SetLimit()
    {
        var far = reach > long.MaxValue - costs[0] - 1 ? long.MaxValue : costs[0] + reach + 1;
        Limit = count == most ? Math.Min(far, costs[count - 1]) : far;
    }
}
